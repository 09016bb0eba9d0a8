#include "controller/api/pages.h"

#include "controller/staff/token.h"

#include <QDirIterator>
#include <QFile>

#include <array>

using namespace Qt::StringLiterals;

namespace talon::api {

namespace {

struct Type
{
    std::string_view ending;
    std::string_view name;
};

constexpr std::array Types{
    Type{".html", "text/html; charset=utf-8"},
    Type{".js", "text/javascript; charset=utf-8"},
    Type{".css", "text/css; charset=utf-8"},
    Type{".json", "application/json"},
    Type{".svg", "image/svg+xml"},
    Type{".png", "image/png"},
    Type{".ico", "image/x-icon"},
    Type{".woff2", "font/woff2"},
    Type{".txt", "text/plain; charset=utf-8"},
};

std::string_view typeOf(std::string_view path)
{
    for (const Type& type : Types) {
        if (path.ends_with(type.ending)) {
            return type.name;
        }
    }
    return "application/octet-stream";
}

/// "/console.html" is the page "/console", "/index.html" is "/".
std::string pathOf(std::string path)
{
    constexpr std::string_view Html = ".html";
    if (path == "/index.html") {
        return "/";
    }
    if (path.ends_with(Html)) {
        path.resize(path.size() - Html.size());
    }
    return path;
}

/// Nothing from elsewhere, no code but from files of ours, and in nobody else's frame. Names of
/// files carry no version: the browser asks each time, and mostly hears 304.
constexpr const char* PageHeaders =
    "Cache-Control: no-cache\r\n"
    "Content-Security-Policy: default-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; object-src 'none'\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "X-Frame-Options: DENY\r\n";

HttpAnswer inWords(int status, const QByteArray& words)
{
    return {.status = status, .body = words, .type = "text/plain; charset=utf-8"};
}

} // namespace

Pages::Pages(const QString& prefix)
{
    QDirIterator files(prefix, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QFile::ReadOnly)) {
            continue;
        }
        const std::string name = file.fileName().mid(prefix.size()).toStdString();
        Page page{.content = file.readAll(), .type = typeOf(name), .etag = {}};
        const std::string_view content(page.content.data(),
                                       static_cast<std::size_t>(page.content.size()));
        page.etag = '"' + staff::tokenHash(content).substr(0, 32) + '"';
        m_pages.emplace(pathOf(name), std::move(page));
    }
}

HttpAnswer Pages::answerTo(const HttpRequest& request) const
{
    const auto found = m_pages.find(request.path);
    if (found == m_pages.end()) {
        return m_pages.empty() ? inWords(404, "The web pages are not part of this program.\n")
                               : inWords(404, "There is no such page.\n");
    }
    if (request.method != Method::Get && request.method != Method::Head) {
        HttpAnswer answer = inWords(405, "Pages can only be read.\n");
        answer.headers = "Allow: GET, HEAD\r\n";
        return answer;
    }
    const Page& page = found->second;
    HttpAnswer answer{.status = 200, .body = page.content, .type = page.type};
    answer.headers = PageHeaders;
    answer.headers += "ETag: " + QByteArray::fromStdString(page.etag) + "\r\n";
    if (request.ifNoneMatch.find(page.etag) != std::string::npos) {
        answer.status = 304;
        answer.body.clear();
    }
    return answer;
}

} // namespace talon::api
