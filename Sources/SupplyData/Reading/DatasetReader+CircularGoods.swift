import TextFiles

extension DatasetReader {
  /// What customers give back, and what comes into being beside a product.
  func readCircularGoods(_ selectors: SelectorReader) {
    returns = read(.returns) { row in
      let product = row.reference("product", to: directory.products)
      let returned = row.reference("returned", to: directory.products)
      if !product.isEmpty, product == returned {
        row.refuse(
          "returned", "\(quoted(product)) is given back as itself",
          "Name another product for what is collected, such as a used one.")
      }
      return ReturnRow(
        line: row.line, customer: row.selector("customer", .customers, selectors),
        product: product, returned: returned, share: row.number("share", .rate),
        collectionCost: row.number("collection_cost", or: 0))
    }
    coproducts = read(.coproducts) { row in
      CoproductRow(
        line: row.line, product: row.reference("product", to: directory.products),
        coproduct: row.reference("coproduct", to: directory.products),
        quantity: row.number("quantity", .positive))
    }
  }
}
