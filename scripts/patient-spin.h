// Put in front of every C file of whisper.cpp (scripts/setup). Its threads wait for each other by spinning. On a machine
// that has other work the one waited for may not be running at all: the others then burn their time, and forty seconds
// of speech took forty seconds where they should take three. After a moment of spinning they let others run.
#pragma once
#if defined(__x86_64__) && !defined(__cplusplus)
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <immintrin.h>
#include <sched.h>

static inline void rounds_wait_a_moment(void) {
    static __thread unsigned turns;
    if (++turns % 128) {
        _mm_pause();
    } else {
        sched_yield();
    }
}
#define _mm_pause() rounds_wait_a_moment()
#endif
