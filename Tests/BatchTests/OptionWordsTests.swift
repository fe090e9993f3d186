import Testing

@testable import Batch

@Suite struct OptionWordsTests {
  @Test(arguments: [
    ["--max-risk", "0.05", "--gap", "0.01", "--baseline"],
    ["--gap=0.01", "--baseline", "--max-risk=0.05"],
    ["--baseline", "--max-risk", "0.05", "--threads", "2", "--gap", "0.01"],
  ])
  func `the order and the way of typing do not matter`(_ words: [String]) {
    #expect(
      OptionWords(words).words(without: "--threads")
        == ["--baseline", "--gap", "0.01", "--max-risk", "0.05"])
  }

  @Test func `an option is taken out with its value`() {
    let options = OptionWords(["--gap", "0.01", "--threads=2"])
    #expect(options.words(of: "--threads") == ["--threads", "2"])
    #expect(options.words(of: "--method").isEmpty)
  }

  @Test func `options of one name keep their order`() {
    let words = ["--b", "2", "--a", "1", "--b", "1"]
    #expect(OptionWords(words).words(without: "") == ["--a", "1", "--b", "2", "--b", "1"])
  }
}
