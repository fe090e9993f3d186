package import SupplyNetwork

/// A first stage with its recourse as numbers, whatever program or programs they come from: what a plan is made of.
package struct SolvedDesign: Sendable {
  /// A recourse block with the point of the program that it is a part of.
  package struct Operation: Sendable {
    package var block: RecourseBlock
    package var point: [Double]

    package init(block: RecourseBlock, point: [Double]) {
      self.block = block
      self.point = point
    }
  }

  let network: Network
  let question: DesignQuestion
  let incidence: Incidence
  let stage: FirstStage
  /// Values of the first stage's columns, and of the normal blocks'.
  let point: [Double]
  /// By period, then by state; the normal ones are part of ``point``.
  var operations: [[Operation]]

  package init(
    network: Network, question: DesignQuestion, incidence: Incidence, stage: FirstStage,
    point: [Double], operations: [[Operation]]
  ) {
    self.network = network
    self.question = question
    self.incidence = incidence
    self.stage = stage
    self.point = point
    self.operations = operations
  }

  /// A point of the monolith.
  init(_ monolith: Monolith, at point: [Double]) {
    self.init(
      network: monolith.network, question: monolith.question, incidence: monolith.incidence,
      stage: monolith.stage, point: point,
      operations: monolith.blocks.map { $0.map { Operation(block: $0, point: point) } })
  }

  /// The normal state's blocks, by period.
  var normalBlocks: [RecourseBlock] { operations.map { $0[0].block } }
}
