import Foundation
public import TextFiles

/// The variants of a dataset: the files of its folder `variants`.
///
/// Faults are kept by file, so that a slip in one variant does not stand in the way of another.
public struct VariantLibrary: Sendable {
  /// The name of the folder in a dataset's.
  public static let folder = "variants"

  /// The variants that could be read, by name.
  public let variants: [Variant]
  private let faults: [Fault]

  /// Reads the variants of the dataset in `folder`; without a folder `variants` there are none.
  public init(folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Self.home(folder).path)) ?? []
    self.init(folder: folder, names: names)
  }

  /// Reads what one member needs: its variant, and those that it builds on. One of a thousand files is read faster than
  /// all of them; but where one is missing, all are, since a slip in a name is answered with the names there are.
  public init(folder: String, neededBy member: String) {
    var names: Set<String> = []
    var left = [Self.variant(of: member)]
    while let name = left.popLast() {
      guard names.insert("\(name).yaml").inserted else { continue }
      let library = VariantLibrary(folder: folder, names: ["\(name).yaml"])
      guard let variant = library.variants.first else {
        self.init(folder: folder)
        return
      }
      left += variant.bases.map { Self.variant(of: $0.member) }
    }
    self.init(folder: folder, names: names.sorted())
  }

  private init(folder: String, names: [String]) {
    var files: [String: [UInt8]] = [:]
    var unread: [Fault] = []
    for name in names where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      // A name that can be none, such as a way out of the folder, is refused unread.
      guard Self.refusal(ofName: Self.stem(name)) == nil else {
        files[name] = []
        continue
      }
      let path = Self.home(folder).appendingPathComponent(name).path
      do throws(Refusal) {
        files[name] = try RegularFile.bytes(
          at: path, in: folder, most: YamlFile.longestFile, tooLarge: YamlFile.tooLarge)
      } catch {
        unread.append(
          Fault(file: "\(Self.folder)/\(name)", cause: error.cause, cure: error.cure))
      }
    }
    self.init(files: files, faults: unread)
  }

  private static func home(_ folder: String) -> URL {
    URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(Self.folder)
  }

  /// The name of a file without its ending.
  private static func stem(_ fileName: String) -> String {
    String(fileName.dropLast(fileName.hasSuffix(".yaml") ? 5 : 4))
  }

  /// The variant that a member belongs to.
  static func variant(of member: String) -> String { String(member.prefix { $0 != "@" }) }

  /// Variants in memory: the files of the folder `variants`, by name.
  public init(files: [String: [UInt8]]) { self.init(files: files, faults: []) }

  private init(files: [String: [UInt8]], faults: [Fault]) {
    let log = FaultLog()
    faults.forEach(log.add)
    var variants: [Variant] = []
    for (fileName, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let file = "\(Self.folder)/\(fileName)"
      guard fileName.hasSuffix(".yaml") else {
        log.add(file, "the name of a variant's file must end in '.yaml'", cure: "Rename it.")
        continue
      }
      let name = Self.stem(fileName)
      if let cause = Self.refusal(ofName: name) {
        log.add(file, "the name \(quoted(name)) \(cause)", cure: "Rename the file.")
        continue
      }
      variants.append(VariantReader(name: name, file: file, bytes: bytes, log: log).read())
    }
    self.variants = variants
    self.faults = log.all()
  }

  /// Why `name` can be no name of a variant or axis, after its subject; `nil` where it can.
  static func refusal(ofName name: String) -> String? {
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "-_.".unicodeScalars.contains($0)
    }
    return isPlain && !name.isEmpty
      ? nil : "has characters other than letters, digits, '-', '_' and '.'"
  }

  // MARK: Members

  /// The members of every variant, in the order of names and sweeps.
  ///
  /// - Throws: all that is wrong with any variant.
  public func members() throws(Faults) -> [VariantMember] {
    var result: [VariantMember] = []
    var all = faults
    for variant in variants {
      do throws(Faults) {
        result += try members(of: variant)
      } catch {
        all += error.all.filter { !all.contains($0) }
      }
    }
    guard all.isEmpty else { throw Faults(all) }
    return result
  }

  /// The members of one variant: one, or the points of its sweep.
  ///
  /// - Throws: what is wrong with it, or with a variant that it builds on.
  public func members(of variant: Variant) throws(Faults) -> [VariantMember] {
    let bases = try patchesOfBases(of: variant)
    guard let sweep = variant.sweep else { return [member(variant, bases)] }
    return sweep.points.map { member(variant, bases, $0) }
  }

  /// What the variant builds on; throws all that is wrong with it or its bases.
  private func patchesOfBases(of variant: Variant) throws(Faults) -> [Patch] {
    var walk = VariantWalk(self)
    let patches = walk.patches(of: variant)
    let wrong = faults.filter { walk.files.contains($0.file) } + walk.faults
    guard wrong.isEmpty else { throw Faults(wrong) }
    return patches
  }

  private func member(_ variant: Variant, _ bases: [Patch], _ point: Sweep.Point? = nil)
    -> VariantMember
  {
    let values = point?.values ?? []
    return VariantMember(
      name: variant.name + (point.map { "@\($0.label)" } ?? ""), variant: variant.name,
      description: variant.description, values: values,
      patches: bases + variant.patches.map { $0.bound(to: values) })
  }

  /// The member that `--variant` names.
  ///
  /// - Throws: a fault where there is none, or what is wrong with it.
  public func member(named name: String) throws(Faults) -> VariantMember {
    let stem = Self.variant(of: name)
    guard let variant = variants.first(where: { $0.name == stem }) else {
      let own = faults.filter { $0.file == "\(Self.folder)/\(stem).yaml" }
      guard own.isEmpty else { throw Faults(own) }
      throw refusal(
        "there is no variant \(quoted(stem))",
        Suggestion.cure(
          for: stem, among: variants.map(\.name),
          otherwise: variants.isEmpty
            ? "The dataset has none: write \(Self.folder)/\(stem).yaml."
            : "The variants are \(enumeration(variants.map(\.name), "and"))."))
    }
    let bases = try patchesOfBases(of: variant)
    guard let points = variant.sweep?.points, let first = points.first else {
      if name == stem { return member(variant, bases) }
      throw refusal("the variant \(quoted(stem)) is not a sweep", "Write just '\(stem)'.")
    }
    let label = name.dropFirst(stem.count + 1)
    // Only the point that is asked for is made: a large sweep may be asked for every one.
    if let point = points.first(where: { $0.label == label }) {
      return member(variant, bases, point)
    }
    let nearest = Suggestion.nearest(to: String(label), among: points.map(\.label))
    throw refusal(
      name == stem
        ? "the variant \(quoted(stem)) is a sweep with \(points.count) members"
        : "the sweep \(quoted(stem)) has no member \(quoted(label))",
      nearest.map { "Did you mean '\(stem)@\($0)'?" }
        ?? "Name one of them, such as '\(stem)@\(first.label)'; `variants list` shows them.")
  }

  private func refusal(_ cause: String, _ cure: String) -> Faults {
    Faults([Fault(file: Self.folder, cause: cause, cure: cure)])
  }
}
