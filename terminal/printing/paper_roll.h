#pragma once

#include <filesystem>

namespace talon::terminal {

/// How much paper is left on the roll, by counting: a printer without a sensor for its end says
/// "enough" for ever. A roll is taken to be new when paper is there again after it had run out.
class PaperRoll
{
public:
    /// The count is kept in the file, if there is one. A wrong count is corrected with the next
    /// roll, so it is not synced to the disk.
    PaperRoll(std::filesystem::path file, int rollMetres);

    void printed(int rows);
    void ranOut() { m_ranOut = true; }
    void hasPaper(); ///< The printer says that there is some.

    int metresLeft() const; ///< 0 or more.
    bool isLow() const;

private:
    void keep() const;

    std::filesystem::path m_file;
    int m_rollMetres;
    long m_rows = 0; ///< Printed since the roll was new, eight to the millimetre.
    bool m_ranOut = false;
};

} // namespace talon::terminal
