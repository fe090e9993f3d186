import TextFiles

/// Gathers what a variant builds on: each base once, before what builds on it.
struct VariantWalk {
  /// The files that the variant depends on, its own included.
  private(set) var files: Set<String> = []
  /// What is wrong between them.
  private(set) var faults: [Fault] = []

  private let library: VariantLibrary
  private var path: [String] = []
  private var done: Set<String> = []

  init(_ library: VariantLibrary) { self.library = library }

  /// The patches of all bases of `variant`, without its own.
  mutating func patches(of variant: Variant) -> [Patch] {
    files.insert(variant.file)
    path.append(variant.name)
    defer { path.removeLast() }
    var patches: [Patch] = []
    for base in variant.bases where !done.contains(base.member) {
      patches += self.patches(of: base)
    }
    return patches
  }

  private mutating func patches(of base: Variant.Base) -> [Patch] {
    let stem = VariantLibrary.variant(of: base.member)
    // A base whose file could not be read at all is told with that file.
    files.insert("\(VariantLibrary.folder)/\(stem).yaml")
    if let start = path.firstIndex(of: stem) {
      let cycle = path[start...] + [stem]
      refuse(
        base,
        "the variants are based on one another in a cycle: \(cycle.joined(separator: " on "))",
        "Remove one of them from 'based-on'.")
      return []
    }
    guard let variant = library.variants.first(where: { $0.name == stem }) else {
      refuse(
        base, "there is no variant \(quoted(stem))",
        Suggestion.cure(
          for: stem, among: library.variants.map(\.name),
          otherwise: "Name a file of '\(VariantLibrary.folder)', without '.yaml'."))
      return []
    }
    let inherited = patches(of: variant)
    done.insert(base.member)
    guard let values = values(base, variant, stem) else { return [] }
    return inherited + variant.patches.map { $0.bound(to: values) }
  }

  /// The values of the axes of a base; `nil`, and a fault, where it is no single member.
  private mutating func values(_ base: Variant.Base, _ variant: Variant, _ stem: String)
    -> [AxisValue]?
  {
    guard let sweep = variant.sweep else {
      if base.member == stem { return [] }
      refuse(base, "the variant \(quoted(stem)) is not a sweep", "Write just '\(stem)'.")
      return nil
    }
    let points = sweep.points
    if let point = points.first(where: { "\(stem)@\($0.label)" == base.member }) {
      return point.values
    }
    let example = points.first.map { "\(stem)@\($0.label)" } ?? stem
    refuse(
      base, "\(quoted(base.member)) is not a member of the sweep \(quoted(stem))",
      "Name one, such as '\(example)'.")
    return nil
  }

  private mutating func refuse(_ base: Variant.Base, _ cause: String, _ cure: String) {
    faults.append(
      Fault(
        file: base.place.file, line: base.place.line, column: base.place.column, cause: cause,
        cure: cure))
  }
}
