public import TestDatasets

/// Files of a dataset, changed as a hasty spreadsheet, a broken export or an enemy would change them.
///
/// The same generator gives the same change everywhere, so that a seed is all there is to keep.
///
/// ```swift
/// var random = SplitMix64(seed: 7)
/// let files = Mutation.mutated(RandomDataset(seed: 7).source.files, with: &random)
/// ```
public enum Mutation {
  /// The files after one change, often, or a few: after many hardly any dataset is valid.
  public static func mutated(
    _ files: [String: [UInt8]], with random: inout SplitMix64
  ) -> [String: [UInt8]] {
    var files = files
    repeat { change(&files, with: &random) } while random.percent(40)
    return files
  }

  /// Makes one change.
  public static func change(_ files: inout [String: [UInt8]], with random: inout SplitMix64) {
    let names = files.keys.sorted()
    guard !names.isEmpty else { return files["plan.yaml"] = Array("name: x\n".utf8) }
    let name = random.one(of: names)
    let bytes = files[name, default: []]
    switch random.whole(0...99) {
    case 0..<12: files[name] = ByteMutation.mutated(bytes, with: &random)
    case 12..<15: changeFolder(&files, name, with: &random)
    case _ where name.hasSuffix(".csv"):
      var table = MutableTable(bytes)
      // Cells of other tables are ids that are known, in the wrong place.
      let other = MutableTable(files[random.one(of: names), default: []])
      table.change(with: &random, other: other)
      files[name] = table.bytes
    default: files[name] = LineMutation.mutated(bytes, with: &random)
    }
  }

  /// A file disappears, is empty, or has another's contents or name.
  private static func changeFolder(
    _ files: inout [String: [UInt8]], _ name: String, with random: inout SplitMix64
  ) {
    let names = files.keys.sorted()
    switch random.whole(0...4) {
    case 0: files[name] = nil
    case 1: files[name] = []
    case 2: files[name] = files[random.one(of: names)]
    case 3: files[name.uppercased()] = files[name]
    default: files["notes.csv"] = files[name]
    }
  }
}
