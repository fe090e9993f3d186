import SupplyData

/// Judges the duties of one period and state: what each flow owes, what enters in a quota, and what is drawn back.
struct DutyCheck {
  /// Money per year.
  struct Totals {
    /// Net of quotas, before drawback.
    var duty = 0.0
    /// What is paid back.
    var refund = 0.0
  }

  let operations: Operations
  let conditions: StateConditions
  let duties: DutyTable
  let drawback: DrawbackTable
  let catalogue: Catalogue
  let findings: Findings

  /// Judges every flow, quota and credit.
  func run() -> Totals {
    var totals = Totals()
    var inQuota = [Double](repeating: 0, count: catalogue.dataset.quotas.count)
    var least = inQuota
    /// Units whose duty is drawn back, by facility and component.
    var drawnBack: [Int: Double] = [:]
    for flow in operations.flows {
      let duty = duty(on: flow)
      judge(flow, duty, &totals)
      if let quota = duty.quota?.index {
        inQuota[quota] += flow.inQuota
        least[quota] = max(least[quota], catalogue.least(flow.product))
      }
      if flow.drawnBack > 0 {
        totals.refund += flow.drawnBack * duty.perUnit * (refundShare(of: flow, duty) ?? 0)
        drawnBack[catalogue.pair(flow.destination, flow.product), default: 0] += flow.drawnBack
      }
    }
    for (index, quota) in catalogue.dataset.quotas.enumerated() {
      findings.atMost(
        .quota, "quota \(quota.id), \(catalogue.place(operations.period, operations.state))",
        limit: quota.quantity, found: inQuota[index],
        scale: max(quota.quantity, inQuota[index], least[index]))
    }
    CreditCheck(operations: operations, catalogue: catalogue, findings: findings).run(drawnBack)
    return totals
  }

  private func duty(on flow: Operations.Flow) -> DutyTable.Duty {
    let duty = duties.duty(
      DutyTable.Goods(
        product: flow.product, madeIn: flow.madeIn, claim: flow.claim,
        from: catalogue.nodeCountry[flow.origin], to: catalogue.nodeCountry[flow.destination],
        period: operations.period), in: conditions)
    if duty.isAmbiguous {
      findings.note(
        .ambiguous, place(flow), expected: "one most specific row a layer, and one quota",
        found: "rows of tariffs.csv that are equally specific, or two quotas")
    }
    return duty
  }

  private func judge(_ flow: Operations.Flow, _ duty: DutyTable.Duty, _ totals: inout Totals) {
    let value = flow.quantity * catalogue.dataset.products[flow.product].value
    let saving = duty.quota.map { (duty.perUnit - $0.perUnit) * flow.inQuota } ?? 0
    let owed = flow.quantity * duty.perUnit - saving
    findings.equal(
      .duty, place(flow), expected: owed, found: flow.duty,
      scale: max(abs(value), abs(flow.duty), flow.quantity * duty.perUnit))
    totals.duty += owed
    let scale = max(flow.quantity, catalogue.least(flow.product))
    if flow.inQuota > 0 {
      findings.atMost(
        .quota, place(flow), limit: duty.quota == nil ? 0 : flow.quantity, found: flow.inQuota,
        scale: scale)
    }
    if flow.drawnBack > 0 {
      let isRefunded = refundShare(of: flow, duty) != nil
      findings.atMost(
        .drawback, place(flow), limit: isRefunded ? flow.quantity - flow.inQuota : 0,
        found: flow.drawnBack, scale: scale)
    }
  }

  /// The share of its duty that a flow may get back; `nil` where there is none to get back.
  private func refundShare(of flow: Operations.Flow, _ duty: DutyTable.Duty) -> Double? {
    duty.perUnit > 0 && flow.destination < catalogue.facilityCount
      && catalogue.consumes[flow.destination].contains(flow.product)
      ? drawback.share(catalogue.nodeCountry[flow.destination], flow.product) : nil
  }

  private func place(_ flow: Operations.Flow) -> String {
    "\(catalogue.name(ofNode: flow.origin)) to \(catalogue.name(ofNode: flow.destination)) by "
      + "\(catalogue.dataset.modes[flow.mode].id), "
      + catalogue.goods(flow.product, madeIn: flow.madeIn, claim: flow.claim) + ", "
      + catalogue.place(operations.period, operations.state)
  }
}
