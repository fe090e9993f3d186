import Modeling
import SupplyNetwork

/// Service in the normal state: of a normal year's sales at most a share goes undelivered, in each period by itself.
///
/// `Σ shortage_cost · u / Σ shortage_cost · demand ≤ most`, the sales lost of the normal state, which lasts a whole year.
struct ServicePart {
  private let network: Network
  private let most: Double?

  init(network: Network, question: DesignQuestion) {
    self.network = network
    most = question.maxUnmet
  }

  /// - Parameters:
  ///   - blocks: the normal state's recourse blocks, by period.
  ///   - elastic: what may be exceeded.
  func add(
    to program: inout LinearProgram, _ blocks: [RecourseBlock], elastic: ExcessPart? = nil
  ) {
    guard let most else { return }
    for block in blocks {
      guard
        let lost = SalesLost(
          network: network, period: block.period, state: network.states[block.state])
      else { continue }
      let period = network.dataset.settings.periods[block.period].id
      var excess = lost.expression(block)
      if let elastic, elastic.rule == .maxUnmet { excess = elastic.relaxed(excess) }
      program.addRow("unmet[\(period)]", excess, to: most)
    }
  }
}
