/**
 * Keeps an element where it is on the screen while what is above it grows or shrinks, so that nothing else slides under the pointer. An
 * element out of sight is left alone.
 * @template T
 * @param {() => Element | null | undefined} find the element, before and after the change
 * @param {() => T} change
 * @returns {T}
 */
export function steady(find, change) {
    const before = find()?.getBoundingClientRect();
    const inSight = before !== undefined && before.bottom > 0 && before.top < window.innerHeight;
    const result = change();
    const after = inSight ? find()?.getBoundingClientRect() : undefined;
    if (after && after.top !== before.top) window.scrollBy(0, after.top - before.top);
    return result;
}
