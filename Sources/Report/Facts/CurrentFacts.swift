import SupplyPlan

/// What the figures of every plan compare with: facts of the current network, worked out once for all of them.
struct CurrentFacts {
  /// What is used of each product in the last period.
  let uses: [UseFact]
  /// The duties of the last period.
  let duties: DutyFacts
  /// What each scenario costs each customer.
  let customerLosses: CustomerLossFacts

  init(_ index: ReportIndex, _ resolved: ResolvedNetwork, _ plan: Plan) {
    uses = UseFacts.uses(index, plan, period: index.lastPeriod)
    duties = DutyFacts(index, resolved, plan, period: index.lastPeriod)
    customerLosses = CustomerLossFacts(resolved, plan)
  }
}
