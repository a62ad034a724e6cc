#include "WebAssets.h"
int rounds_assets(void){return 0;}
