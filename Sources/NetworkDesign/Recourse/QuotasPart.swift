import Modeling
import SupplyNetwork

/// Quotas: of each flow that one speaks of `h ≤ x` enters at its rate, `Σ h ≤ quantity` in every state and period that it names.
struct QuotasPart {
  let context: RecourseContext

  func add(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    let network = context.network
    if network.quotas.isEmpty { return }
    let cost = OperatingCost(network: network)
    let quotaOfFlow = network.quotaOfFlow[network.dutyClassOfPeriod[context.period]]
    var entered = network.quotas.map { _ in [PartOfFlow]() }
    for flow in context.incidence.flowsOfQuotas {
      guard let whole = block.flows[flow] else { continue }
      let saving = cost.quotaSaving(of: flow, in: context.state, context.period)
      // All blocks are of one shape where they share bases.
      if saving == nil, context.form != .gates { continue }
      let most = program.columns[whole.index].upper
      let column = program.addColumn(
        "inQuota\(context.flowName(flow))", to: saving == nil ? 0 : most,
        cost: -context.weight * (saving ?? 0))
      let part = PartOfFlow(flow: flow, column: column)
      block.inQuota.append(part)
      if saving != nil, let quota = quotaOfFlow[flow] { entered[quota].append(part) }
      var excess = LinearExpression(1, column)
      excess.add(-1, whole)
      program.addRow("quotaOfFlow\(context.flowName(flow))", excess, to: 0)
    }
    for (index, parts) in entered.enumerated() {
      // Products of several units together: each counts by its own, and the row by the greatest of them.
      let unit = context.greatestUnit(of: parts.map(\.flow))
      var sum = LinearExpression()
      for part in parts { sum.add(context.unit(of: part.flow) / unit, part.column) }
      if sum.isZero, context.form != .gates { continue }
      program.addRow(
        "quota[\(network.quotas[index].id),\(context.suffix)]", sum,
        to: network.quotas[index].quantity / unit)
    }
  }
}
