/// Verifies one claim: its rounding cuts, its tree, what its leaves prove.
struct ClaimCheck {
  /// What is verified; with other multipliers or another bound it can be verified again.
  var claim: BoundCertificate.Claim
  private let program: ProofProgram
  private(set) var rows: RowTable
  /// The columns that the tree splits, by index in the program.
  private var splitColumns: [Int] = []
  private var leafBound: LeafBound

  /// - Throws: rounding cuts that do not follow, and columns that are not there.
  init(
    _ claim: BoundCertificate.Claim, _ program: ProofProgram, cuts: [ProofRow]
  ) throws(CertificateFault) {
    self.claim = claim
    self.program = program
    rows = RowTable(program, cuts: cuts)
    leafBound = LeafBound(program.columns)
    for (index, rounding) in claim.roundings.enumerated() {
      do throws(CertificateFault) {
        let proof = RoundingProof(columns: program.columns, rows: rows)
        rows.roundings.append(try proof.row(rounding))
      } catch {
        throw error.inside("rounding \(index + 1)")
      }
    }
    let indices = Dictionary(
      program.columns.enumerated().filter(\.element.isWhole).map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for name in claim.columns {
      guard let index = indices[name] else {
        throw CertificateFault("tree", "there is no whole column \(name)")
      }
      splitColumns.append(index)
    }
  }

  /// Walks the tree and evaluates each leaf under the bounds of its branch.
  ///
  /// - Throws: a tree that is none, and leaves that do not prove the claim.
  mutating func proof() throws(CertificateFault) -> CertificateChecker.Proof {
    var (leaves, least) = (0, Double.infinity)
    var failures: [CertificateFault] = []
    try forEachLeaf { check, index, ranges throws(CertificateFault) in
      leaves += 1
      do throws(CertificateFault) {
        least = min(least, try check.value(ofLeaf: index, ranges))
      } catch {
        failures.append(error.inside("leaf \(leaves)"))
      }
    }
    if var first = failures.first {
      if failures.count > 1 { first.cause += " (and \(failures.count - 1) other leaves fail)" }
      throw first
    }
    return CertificateChecker.Proof(
      objective: claim.objective, cap: claim.cap,
      bound: claim.bound.map { least.isFinite ? least : $0 }, leaves: leaves, cuts: usedCuts)
  }

  /// Tells every leaf with the index of its multipliers and the ranges of the columns that are split.
  ///
  /// - Throws: a tree that is none, and what `body` throws.
  mutating func forEachLeaf(
    _ body: (inout ClaimCheck, Int, [Int: WholeRange]) throws(CertificateFault) -> Void
  ) throws(CertificateFault) {
    var stack = [
      Dictionary(
        uniqueKeysWithValues: Set(splitColumns).map { ($0, WholeRange(program.columns[$0])) })
    ]
    for node in claim.tree {
      guard var ranges = stack.popLast() else {
        throw CertificateFault("tree", "it goes on after its end")
      }
      switch node {
      case .split(let index, let value):
        guard splitColumns.indices.contains(index) else {
          throw CertificateFault("tree", "it splits column \(index), which it does not name")
        }
        let column = splitColumns[index]
        guard abs(value) < 1 << 52, let range = ranges[column] else {
          throw CertificateFault("tree", "it splits \(claim.columns[index]) at \(value)")
        }
        // Every whole number is at most the value or at least the next one: nothing is left out.
        ranges[column] = WholeRange(lower: max(range.lower, value + 1), upper: range.upper)
        stack.append(ranges)
        ranges[column] = WholeRange(lower: range.lower, upper: min(range.upper, value))
        stack.append(ranges)
      case .leaf(let index): try body(&self, index, ranges)
      }
    }
    guard stack.isEmpty else {
      throw CertificateFault(
        "tree", "it ends with \(stack.count) parts of the choices not covered by a leaf")
    }
  }

  /// What a leaf proves, in the units of the dataset; ∞ where there is no plan in its part.
  private mutating func value(
    ofLeaf index: Int, _ ranges: [Int: WholeRange]
  ) throws(CertificateFault) -> Double {
    guard claim.multipliers.indices.contains(index) else {
      throw CertificateFault("", "there are no multipliers \(index)")
    }
    // No whole number is left in its part.
    if ranges.values.contains(where: \.isEmpty) { return .infinity }
    let multipliers = claim.multipliers[index]
    let value = try bound(multipliers, ranges)
    switch multipliers.kind {
    case .infeasible:
      guard value.lower > 0 else {
        throw CertificateFault("", "it does not prove that its part holds no plan")
      }
      return .infinity
    case .bound:
      guard let claimed = claim.bound else {
        throw CertificateFault("", "it proves a bound, not that its part holds no plan")
      }
      let proved = value.lower * program.unit
      guard proved >= claimed else {
        throw CertificateFault("", "it proves \(proved), which is below \(claimed)")
      }
      return proved
    }
  }

  /// What multipliers prove under bounds of whole columns.
  mutating func bound(
    _ multipliers: BoundCertificate.Multipliers, _ ranges: [Int: WholeRange]
  ) throws(CertificateFault) -> Interval {
    try leafBound.value(of: multipliers, rows: rows, bounds: ranges)
  }

  /// What a unit of the program's objective is worth in the units of the dataset.
  var unit: Double { program.unit }

  private var usedCuts: Int {
    let first = program.rows.count + program.links.count
    var used = Set(claim.roundings.flatMap(\.rows).filter { $0 >= first })
    for multipliers in claim.multipliers { used.formUnion(multipliers.rows.filter { $0 >= first }) }
    return used.count
  }
}

extension WholeRange {
  init(_ column: ProofColumn) {
    func whole(_ bound: Double) -> Int { Int(max(-0x1p52, min(0x1p52, bound))) }
    self.init(lower: whole(column.lower.lower), upper: whole(column.upper.upper))
  }
}
