package import Web

/// The routes of Operations.
/// - Parameter metricsToken: what a program shows to read `/metrics`; nil: only people may.
package func addOperationsRoutes(
    to routes: inout Routes, health: HealthRoutes, meters: Meters, metricsToken: String?, alerts: AlertStore
) {
    health.add(to: &routes)
    AlertRoutes(store: alerts).add(to: &routes)
    MetricsRoutes(meters: meters, token: metricsToken).add(to: &routes)
}
