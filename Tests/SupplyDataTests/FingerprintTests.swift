import SupplyData
import TestDatasets
import Testing
import TextFiles

/// The fingerprint of what was read.
@Suite struct FingerprintTests {
  /// Computed with `sha256sum` over names, lengths and bytes put together by hand.
  @Test func isTheHashOfNamesLengthsAndBytes() throws {
    #expect(
      try TestDataset().read().sha256
        == "a1bdd76e4baf93287773c59e3911d1bc6d4c5d7cfbace225369ca4ca0902b1cf")
  }

  @Test func otherFilesDoNotCount() throws {
    let hash = try TestDataset().read().sha256
    #expect(try TestDataset().adding("SOURCES.md", "words").read().sha256 == hash)
    #expect(try TestDataset().adding("groups", "group,kind,country").read().sha256 != hash)
    #expect(try TestDataset().adding("plan.yaml", "# more").read().sha256 != hash)
  }
}
