public import SupplyData
public import SupplyPlan
public struct PlanVerdict: Sendable { public var isSound: Bool { true }; public var description: String { "" }; public var jsonText: String { "" } }
public struct PlanChecker: Sendable { public init(_ d: Dataset) {}; public func check(_ p: Plan) -> PlanVerdict { PlanVerdict() } }
