/** What browsers have and the type checker's library does not know yet. */
interface Array<T> {
    toSorted(compare?: (left: T, right: T) => number): T[];
    toReversed(): T[];
    findLast(test: (value: T) => boolean): T | undefined;
    findLastIndex(test: (value: T, index: number) => boolean): number;
}

interface Navigator {
    setAppBadge?(count: number): Promise<void>;
}

interface SyncManager {
    register(tag: string): Promise<void>;
}

interface ServiceWorkerRegistration {
    readonly sync?: SyncManager;
}
