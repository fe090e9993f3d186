/// Judges what is drawn from buffers in one period and state.
struct DrawCheck {
  let operations: Operations
  let goods: GoodsBalance
  let firstStage: StatedFirstStage
  let catalogue: Catalogue
  let findings: Findings

  /// Judges every draw and answers what replacing them costs a year.
  func run() -> Double {
    let buffers = catalogue.bufferIndex
    var replacement = 0.0
    for (pair, drawn) in goods.drawn.sorted(by: { $0.key < $1.key }) {
      let node = pair / catalogue.dataset.products.count
      let product = pair % catalogue.dataset.products.count
      let least = catalogue.least(product)
      replacement += drawn * catalogue.dataset.products[product].value
      let place =
        "location \(catalogue.name(ofNode: node)), product "
        + "\(catalogue.dataset.products[product].id), "
        + catalogue.place(operations.period, operations.state)
      guard operations.state > 0 else {
        findings.atMost(.normalDraw, place, limit: 0, found: drawn, scale: max(drawn, least))
        continue
      }
      guard let buffer = buffers[pair] else {
        findings.note(.draw, place, expected: "a row of buffers.csv", found: "none")
        continue
      }
      let weeks = catalogue.weeks(operations.state)
      let stock = firstStage.stock[buffer][operations.period]
      findings.atMost(
        .draw, place, limit: stock, found: drawn * weeks / 52,
        scale: max(
          stock, drawn * weeks / 52,
          catalogue.dataset.buffers[buffer].maximum * Tolerance.smallShare))
    }
    return replacement
  }
}
