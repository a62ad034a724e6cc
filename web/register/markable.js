/** In whose groups this user marks. An adviser sees the groups of advisees too, and marks only in those the account teaches. */
import { me } from "../me.js";
import { store } from "../store/store.js";

/** @returns {Promise<(group: string) => boolean>} */
export async function markable() {
    if (!me.marks) return () => false;
    if (!me.is("adviser")) return () => true;
    const teaching = await store.all("teaching");
    const own = new Set(teaching.filter(({ user }) => user === me.current.user.id).map(({ group }) => group));
    return (group) => own.has(group);
}
