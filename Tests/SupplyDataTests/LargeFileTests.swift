import Foundation
import SupplyData
import TestDatasets
import Testing

/// Tables of tens of megabytes are read in seconds, and larger ones refused at once.
@Suite struct LargeFileTests {
  @Test(.timeLimit(.minutes(5))) func readsFiftyMegabytes() throws {
    let customers = (0..<2500).map { "customer-of-some-length-\($0 + 10_000)" }
    let products = (0..<25).map { "product-of-some-length-\($0 + 100)" }
    let periods = (0..<12).map { "year-\($0 + 2026)" }
    var demand = Array("customer,product,period,quantity,shortage_cost\n".utf8)
    for customer in customers {
      for product in products {
        let head = Array("\(customer),\(product),".utf8)
        for period in periods {
          demand += head
          demand += Array("\(period),12.5,300\n".utf8)
        }
      }
    }
    #expect(demand.count > 50_000_000)
    var source = TestDataset()
      .replacing(
        "plan.yaml",
        "name: large\nperiods:\n" + periods.map { "- {id: \($0), years: 1}\n" }.joined()
      )
      .replacing(
        "customers", "customer,country\nshop,BB\n" + customers.map { "\($0),BB\n" }.joined()
      )
      .replacing(
        "products", "product,unit,value\nwidget,t,1\n" + products.map { "\($0),t,1\n" }.joined()
      ).source
    source.files["demand.csv"] = demand
    #expect(try Dataset.reading(source).dataset.demand.count == 750_000)
  }
}
