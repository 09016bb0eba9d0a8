#pragma once

#include "controller/api/http_message.h"

#include <QByteArray>

#include <string>
#include <unordered_map>

namespace talon::api {

/// The web pages that the program carries in itself, below one Qt resource prefix. All are read
/// when it starts: no path that a client sends is ever looked for in a file system.
class Pages
{
public:
    /// For example ":/web".
    explicit Pages(const QString& prefix);

    /// The page of a path, 304 when the client has it already, or a 404 in words.
    HttpAnswer answerTo(const HttpRequest& request) const;

private:
    struct Page
    {
        QByteArray content;
        std::string_view type;
        std::string etag; ///< Of the content, so that a new program brings new pages.
    };

    std::unordered_map<std::string, Page> m_pages; ///< By path.
};

} // namespace talon::api
