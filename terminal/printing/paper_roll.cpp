#include "terminal/printing/paper_roll.h"

#include <algorithm>
#include <fstream>

namespace talon::terminal {

namespace {

constexpr long RowsPerMetre = 8000;

/// About thirty tickets: time to bring another roll.
constexpr int LowMetres = 4;

} // namespace

PaperRoll::PaperRoll(std::filesystem::path file, int rollMetres)
    : m_file(std::move(file))
    , m_rollMetres(rollMetres)
{
    std::ifstream kept(m_file);
    if (!(kept >> m_rows) || m_rows < 0) {
        m_rows = 0;
    }
}

void PaperRoll::printed(int rows)
{
    m_rows += rows;
    keep();
}

void PaperRoll::hasPaper()
{
    if (m_ranOut) {
        m_ranOut = false;
        m_rows = 0;
        keep();
    }
}

int PaperRoll::metresLeft() const
{
    return std::max(0, m_rollMetres - static_cast<int>(m_rows / RowsPerMetre));
}

bool PaperRoll::isLow() const
{
    return metresLeft() <= LowMetres;
}

void PaperRoll::keep() const
{
    if (!m_file.empty()) {
        std::ofstream(m_file, std::ios::trunc) << m_rows << "\n";
    }
}

} // namespace talon::terminal
