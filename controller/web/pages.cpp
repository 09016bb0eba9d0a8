#include "controller/web/pages.h"

#include <QtGlobal>

// Q_INIT_RESOURCE declares a function and works in the global namespace only.
static void initPages()
{
    Q_INIT_RESOURCE(talon_web);
}

namespace talon::web {

void registerPages()
{
    initPages();
}

} // namespace talon::web
