import Modeling
import SupplyData
import SupplyNetwork

/// Opening and closing: `y_t − y_{t−1} = o_t − c_t`, at most one opening and one closing over the horizon, not both in a
/// period. Decisions fix y.
///
/// With y whole, `o − c` is; o and c themselves may stay continuous, for both being positive is never of use: it
/// costs at least nothing, and no more is granted than paid.
struct OpeningPart {
  let network: Network
  let horizon: Horizon
  let choice: DesignQuestion.FirstStageChoice

  func add(to program: inout LinearProgram, _ stage: inout FirstStage) {
    let first = network.dataset.firstOpenPeriods
    for (index, facility) in network.dataset.facilities.enumerated() {
      add(facility, index, opensFrom: first[index], to: &program, &stage)
    }
  }

  private func add(
    _ facility: Facility, _ index: Int, opensFrom: Int, to program: inout LinearProgram,
    _ stage: inout FirstStage
  ) {
    let isExisting = facility.status == .existing
    var open: [LinearExpression] = []
    var opened: [LinearExpression] = []
    var closed: [LinearExpression] = []
    var openings = LinearExpression()
    var closings = LinearExpression()
    var before = LinearExpression(isExisting ? 1 : 0)
    for (t, period) in network.dataset.settings.periods.enumerated() {
      let key = "[\(facility.id),\(period.id)]"
      let range = choice.openRange(index, facility, in: t, opensFrom: opensFrom)
      let y = program.addColumn(
        "open\(key)", from: range.lower, to: range.upper,
        cost: horizon.yearly[t] * facility.fixedCost
          * network.escalation.factor(.facilityFixed, index, t),
        isInteger: true)
      if let decided = choice.contradicted(
        index, facility, in: t, opensFrom: opensFrom)
      {
        program.addRow("decision\(key)", LinearExpression(1, y), from: decided, to: decided)
      }
      let o = program.addColumn(
        "opened\(key)", to: 1, cost: horizon.oneOff[t] * network.openingCost(index, t))
      let c = program.addColumn(
        "closed\(key)", to: 1,
        cost: horizon.oneOff[t] * facility.closingCost
          * network.escalation.factor(.closing, index, t))
      var change = LinearExpression(1, y)
      change.add(before, times: -1)
      change.add(-1, o)
      change.add(1, c)
      program.addRow("change\(key)", change, from: 0, to: 0)
      var either = LinearExpression(1, o)
      either.add(1, c)
      program.addRow("openOrClose\(key)", either, to: 1)
      before = LinearExpression(1, y)
      openings.add(1, o)
      closings.add(1, c)
      open.append(before)
      opened.append(LinearExpression(1, o))
      closed.append(LinearExpression(1, c))
    }
    if horizon.count > 1 {
      program.addRow("openOnce[\(facility.id)]", openings, to: 1)
      program.addRow("closeOnce[\(facility.id)]", closings, to: 1)
    }
    stage.open.append(open)
    stage.opened.append(opened)
    stage.closed.append(closed)
  }
}
