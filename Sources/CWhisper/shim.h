// whisper.cpp, built into .deps/whisper by scripts/setup.
#pragma once
#include "../../.deps/whisper/include/whisper.h"
