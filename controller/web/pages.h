#pragma once

namespace talon::web {

/// Makes the web pages readable as Qt resources: ":/web/index.html", ":/web/assets/...". To be
/// called once before they are served: a static library's resources do not register themselves.
void registerPages();

} // namespace talon::web
