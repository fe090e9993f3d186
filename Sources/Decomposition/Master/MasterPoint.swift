import NetworkDesign

/// What the recourse blocks need to know of a point of the master.
struct MasterPoint: Sendable, Equatable {
  /// The first stage of each period: y by facility, n by module, z by buffer.
  var stage: [[Double]]
  /// θ, weighted money, by estimate.
  var cost: [Double]
  /// v, by estimate.
  var loss: [Double]

  init(_ point: [Double], of master: MasterProgram) {
    stage = master.stageColumns.map { columns in
      // A simplex solver may miss a bound by its tolerance; a recourse program must not.
      columns.map { column in
        min(max(0, point[column.index]), master.program.columns[column.index].upper)
      }
    }
    cost = master.estimates.map { $0.cost.map { point[$0.index] } ?? 0 }
    loss = master.estimates.map { estimate in
      estimate.loss.map { min(max(0, point[$0.index]), estimate.greatestLoss) } ?? 0
    }
  }

  /// `share · self + (1 − share) · other`.
  func mixed(with other: MasterPoint, share: Double) -> MasterPoint {
    func mix(_ mine: [Double], _ theirs: [Double]) -> [Double] {
      zip(mine, theirs).map { share * $0 + (1 - share) * $1 }
    }
    var result = self
    result.stage = zip(stage, other.stage).map { mix($0, $1) }
    result.cost = mix(cost, other.cost)
    result.loss = mix(loss, other.loss)
    return result
  }
}
