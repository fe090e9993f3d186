import Certificate

/// An open node of the tree: bounds of whole columns that differ from the root's.
final class TreeNode: Sendable {
  /// A bound that branching has changed.
  struct Change: Sendable {
    /// Index among the whole columns.
    var index: Int
    var lower: Double
    var upper: Double
  }

  /// The branching that made the node: what it taught is known once the node is solved.
  struct Branching: Sendable {
    var index: Int
    var isUp: Bool
    /// How far the value was moved.
    var distance: Double
  }

  let changes: [Change]
  /// Proven bound of all designs below: the parent's.
  let bound: Double
  let depth: Int
  /// The parent's basis.
  let basis: MasterBasis?
  let branching: Branching?
  /// What proves ``bound``, where that is recorded.
  let proof: ProofMultipliers?
  /// Number in the order of making, for ties.
  let number: Int

  init(
    changes: [Change], bound: Double, depth: Int, basis: MasterBasis?, branching: Branching?,
    proof: ProofMultipliers? = nil, number: Int
  ) {
    self.changes = changes
    self.bound = bound
    self.depth = depth
    self.basis = basis
    self.branching = branching
    self.proof = proof
    self.number = number
  }

  /// The node of everything.
  static func root(bound: Double, basis: MasterBasis?, proof: ProofMultipliers? = nil) -> TreeNode {
    TreeNode(
      changes: [], bound: bound, depth: 0, basis: basis, branching: nil, proof: proof, number: 0)
  }

  /// The same node with a better bound and a nearer basis.
  func updated(bound: Double, basis: MasterBasis?, proof: ProofMultipliers? = nil) -> TreeNode {
    TreeNode(
      changes: changes, bound: max(bound, self.bound), depth: depth, basis: basis ?? self.basis,
      branching: nil, proof: proof, number: number)
  }

  /// Best bound first; of equal ones the deeper, then the older.
  static func isBetter(_ first: TreeNode, _ second: TreeNode) -> Bool {
    if first.bound != second.bound { return first.bound < second.bound }
    if first.depth != second.depth { return first.depth > second.depth }
    return first.number < second.number
  }
}
