import Testing

@testable import BenchmarkDatasets

struct GeneratorTests {
  /// FNV-1a over all files, in the order of their names.
  private func hash(_ dataset: GeneratedDataset) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for (name, text) in dataset.files.sorted(by: { $0.key < $1.key }) {
      for byte in "\(name)\n\(text)".utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      }
    }
    return hash
  }

  private func rows(_ dataset: GeneratedDataset, _ file: String) -> Int {
    (dataset.files[file] ?? "").split(separator: "\n").count - 1
  }

  @Test func `SplitMix64 gives the published numbers`() {
    // From seed 1234567, as in the reference implementation in C.
    var generator = SplitMix64(state: 1_234_567)
    #expect(
      [generator.next(), generator.next(), generator.next()] == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test(arguments: DatasetSize.allCases)
  func `the same seed gives the same bytes`(_ size: DatasetSize) {
    let shape = DatasetShape(size)
    let first = GeneratedDataset(shape, seed: 7, title: "x")
    #expect(first.files == GeneratedDataset(shape, seed: 7, title: "x").files)
    #expect(first.files != GeneratedDataset(shape, seed: 8, title: "x").files)
  }

  @Test func `a dataset is what it was when results were published`() {
    // A change here makes all published results incomparable with new ones: say so in the README.
    let small = GeneratedDataset(DatasetShape(.small), seed: 1, title: "x")
    #expect(hash(small) == 13_511_395_505_827_150_175)
    let medium = GeneratedDataset(DatasetShape(.medium), seed: 1, title: "x")
    #expect(hash(medium) == 10_864_849_346_713_564_582)
  }

  @Test func `the median model has the published counts`() {
    let dataset = GeneratedDataset(DatasetShape(.median), seed: 1, title: "x")
    #expect(rows(dataset, "facilities.csv") == 312)
    #expect(rows(dataset, "customers.csv") == 200)
    #expect(rows(dataset, "demand.csv") == 1811)
    #expect(rows(dataset, "products.csv") == 28)
    #expect(rows(dataset, "scenarios.csv") == 12)
  }

  @Test(arguments: [5, 10, 20, 40, 80])
  func `a series over scenarios changes nothing else`(_ count: Int) throws {
    let base = GeneratedDataset(DatasetShape(.small), seed: 1, title: "x")
    let other = GeneratedDataset(DatasetShape(.small, scenarios: count), seed: 1, title: "x")
    #expect(rows(other, "scenarios.csv") == count)
    for (file, text) in base.files where !["scenarios.csv", "disruptions.csv"].contains(file) {
      #expect(other.files[file] == text, "\(file)")
    }
    let probabilities = try #require(other.files["scenarios.csv"]).split(separator: "\n")
      .dropFirst()
      .map { try #require(Double($0.split(separator: ",")[2])) }
    #expect(abs(probabilities.reduce(0, +) - 0.5) < 1e-3)
  }

  @Test(arguments: [20, 40, 80, 160])
  func `a series over facilities keeps what is bought`(_ count: Int) {
    let base = GeneratedDataset(DatasetShape(.small), seed: 1, title: "x")
    let other = GeneratedDataset(DatasetShape(.small, facilities: count), seed: 1, title: "x")
    #expect(rows(other, "facilities.csv") == count)
    #expect(other.files["demand.csv"] == base.files["demand.csv"])
  }

  @Test func `too few facilities or scenarios are a fault`() {
    #expect(DatasetShape(.small).fault == nil)
    #expect(DatasetShape(.small, facilities: 20).fault == nil)
    #expect(DatasetShape(.small, facilities: 19).fault?.contains("20 or more") == true)
    #expect(DatasetShape(.small, scenarios: 0).fault?.contains("1 or more") == true)
  }

  @Test func `numbers are written short and exactly`() {
    #expect(NumberText.text(NumberText.rounded(0.1 + 0.2)) == "0.3")
    #expect(NumberText.text(NumberText.rounded(123_456)) == "123000")
    #expect(NumberText.text(NumberText.rounded(-0.12345, 2)) == "-0.12")
    #expect(NumberText.text(NumberText.rounded(0)) == "0")
    #expect(NumberText.text(NumberText.rounded(9.996)) == "10")
  }
}
