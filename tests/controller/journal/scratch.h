#pragma once

#include "controller/journal/journal.h"
#include "tests/support/catch.h"

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>

namespace talon::test {

/// A folder for one test, with room for a journal.
class Scratch
{
public:
    std::string file(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }
    std::string path() const { return file("office.journal"); }

    bool has(const char* name) const { return QFile::exists(QString::fromStdString(file(name))); }

    QByteArray content(const char* name) const
    {
        QFile read(QString::fromStdString(file(name)));
        REQUIRE(read.open(QFile::ReadOnly));
        return read.readAll();
    }

    void setContent(const char* name, const QByteArray& content) const
    {
        QFile write(QString::fromStdString(file(name)));
        REQUIRE(write.open(QFile::WriteOnly | QFile::Truncate));
        REQUIRE(write.write(content) == content.size());
    }

private:
    QTemporaryDir m_folder;
};

inline journal::Journal mustOpen(const std::string& path, const journal::OpenOptions& options)
{
    auto journal = journal::Journal::open(path, options);
    INFO((journal ? "" : journal.error().what));
    REQUIRE(journal);
    return *std::move(journal);
}

inline void append(journal::Journal& journal, const journal::Entry& entry)
{
    const auto done = journal.append(std::span(&entry, 1));
    INFO((done ? "" : done.error().what));
    REQUIRE(done);
}

} // namespace talon::test
