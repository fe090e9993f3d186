import SupplyData
import TestDatasets
import Testing
import TextFiles

/// Every rule, broken once: the fault is told with its place, cause and cure, and nothing else is.
@Suite struct BrokenDatasetTests {
  @Test(
    arguments: BrokenDataset.settings + BrokenDataset.forms + BrokenDataset.tables
      + BrokenDataset.rules + BrokenDataset.trade + BrokenDataset.terms)
  func isRefused(_ broken: BrokenDataset) {
    let faults = broken.faults
    #expect(faults.map(\.place) == [broken.place], "\(faults)")
    #expect(faults.allSatisfy { $0.severity == .error })
    #expect(faults.first?.cause.contains(broken.cause) == true, "\(faults)")
    #expect(faults.first?.cure.contains(broken.cure) == true, "\(faults)")
    #expect(faults.allSatisfy { $0.cure.hasSuffix(".") || $0.cure.hasSuffix("?") }, "\(faults)")
    #expect(faults.allSatisfy { !$0.cause.hasSuffix(".") }, "\(faults)")
  }
}
