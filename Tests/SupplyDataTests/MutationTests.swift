import SupplyData
import SupplyNetwork
import TestDatasets
import TestMutations
import Testing
import TextFiles

/// Datasets with mutated files are refused with reasons, or are datasets; never is there a crash.
///
/// A million of them are tried by the package in `Tests/Fuzzing`.
@Suite struct MutationTests {
  /// The reasons for which a dataset is refused; none where it is valid.
  private func faults(of files: [String: [UInt8]]) -> [Fault]? {
    do throws(Faults) {
      _ = try Network(Dataset.reading(DatasetSource(files: files)).dataset)
      return nil
    } catch {
      return error.all
    }
  }

  private static let batches: Range<UInt64> =
    0..<(runsLongTests ? 100 : 10)

  @Test(arguments: batches)
  func `mutated files are read or refused`(_ batch: UInt64) {
    let original = RandomDataset(seed: batch, features: batch % 2 == 1 ? .all : []).source.files
    for seed in batch * 100..<(batch + 1) * 100 {
      var random = SplitMix64(seed: seed)
      guard let faults = faults(of: Mutation.mutated(original, with: &random)) else { continue }
      #expect(!faults.isEmpty, "seed \(seed)")
      for fault in faults {
        #expect(!fault.cause.isEmpty && !fault.cure.isEmpty && !fault.file.isEmpty, "seed \(seed)")
        #expect(fault.line >= 0 && fault.column >= 0, "seed \(seed)")
      }
    }
  }

  @Test func `most mutations are noticed, and many do no harm`() {
    let outcomes = (UInt64(0)..<500).map { seed in
      var random = SplitMix64(seed: seed)
      let original = RandomDataset(seed: seed / 10).source.files
      return faults(of: Mutation.mutated(original, with: &random)) == nil
    }
    // Were all refused, no mutation would reach the code behind the reading.
    #expect(outcomes.count { $0 } > 25)
    #expect(outcomes.count { !$0 } > 250)
  }

  @Test(arguments: UInt64(0)..<50)
  func `an archive gives back its files`(_ seed: UInt64) {
    let files = RandomDataset(seed: seed).source.files
    #expect(DatasetArchive.unpacked(DatasetArchive.packed(files)) == files)
    var random = SplitMix64(seed: seed)
    // Any bytes are an archive of something.
    _ = DatasetArchive.unpacked((0..<200).map { _ in random.one(of: [0x40, 0x20, 0x0A, 0x61]) })
  }
}
