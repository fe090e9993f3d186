import Findings
import SupplyData
import SupplyPlan
import TestDatasets
import Testing
import TextFiles

@testable import Resilience

@Suite struct SourceMapTextTests {
  @Test func `a row for each product`() throws {
    let dataset = try TestDataset().read()
    let entry = SourceMapRecord.Entry(
      product: "widget", period: "year-1", quantity: 1234,
      countries: [
        .init(country: "AA", quantity: 925.5, share: 0.75),
        .init(country: "BB", quantity: 308.5, share: 0.25),
      ], sources: [.init(facility: "plant", country: "AA", quantity: 1234, share: 1)],
      concentrationByCountry: 0.625, concentrationByFacility: 1, isSingleCountry: false,
      isSingleFacility: true, users: [])
    let record = SourceMapRecord(
      dataset: .init(name: "base", sha256: dataset.sha256), entries: [entry])
    #expect(
      SourceMapText(record, dataset: dataset).text == """
        product  period  units a year   HHI  HHI sites  from              single source
        widget   year-1         1,230  0.62       1.00  AA 75 %, BB 25 %  site plant
        """)
    let none = SourceMapRecord(dataset: record.dataset, entries: [])
    #expect(SourceMapText(none, dataset: dataset).text == "nothing is made in a normal year")
  }
}
