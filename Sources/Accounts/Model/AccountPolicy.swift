package import Web

/// Who may make and change whose account. The route lets owners and administrators in; these rules are about the
/// object.
package enum AccountPolicy {
    /// - Throws: `AccountsError.ownerOnly` when an administrator would make an owner.
    package static func mayCreate(_ role: Role, by actor: Role) throws(AccountsError) {
        if role == .owner, actor != .owner { throw .ownerOnly }
    }

    /// - Parameter activeOwners: enabled owners with a password before the change, the target included when it is one.
    /// - Throws: `ownerOnly` when anybody but an owner touches an owner or makes one; `lastOwner` when nobody would be
    /// left   who can do everything.
    package static func mayChange(
        _ account: Account, by actor: Role, _ change: AccountChange, activeOwners: Int
    ) throws(AccountsError) {
        if actor != .owner, account.role == .owner || change.role == .owner { throw .ownerOnly }
        let loses = (change.role ?? .owner) != .owner || change.disabled == true
        if account.role == .owner, !account.disabled, loses, activeOwners <= 1 { throw .lastOwner }
    }
}
