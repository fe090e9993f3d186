import SupplyData
import TextFiles

/// A bill of materials.
struct Bill {
  /// The components, in units of theirs for a run of the bill.
  var components: [(product: String, quantity: Double)] = []
  /// What a run gives; one unit of the product made where the bill does not say.
  var endProduct: (product: String, quantity: Double)?
  var rows: [AnuraRow] = []

  /// Units of each component for a unit of the product.
  func components(of product: String) -> [(product: String, quantity: Double)] {
    let run = endProduct?.product == product ? endProduct?.quantity ?? 1 : 1
    return components.map { ($0.product, $0.quantity / run) }
  }
}

extension ModelReader {
  /// The bills of materials, by name; their rows count as used once a product is made by them.
  func readBills() {
    for row in folder.table("BillsOfMaterials")?.includedRows ?? [] {
      guard let name = row.peek("BOMName") else { continue }
      bills[name, default: Bill()].rows.append(row)
    }
  }

  /// Reads the rows of a bill that is made by.
  func open(_ name: String) {
    guard var bill = bills[name], bill.components.isEmpty, bill.endProduct == nil else { return }
    for row in bill.rows {
      row.use("BOMName")
      guard let product = names.one(row, "ProductName", .product) else { continue }
      let amount = row.number("Quantity", least: 1e-12) ?? 1
      guard let unit = units.unit(row, "QuantityUOM", .quantity, .weight, .volume),
        let quantity = quantity(amount, unit, of: product, row, "QuantityUOM")
      else { continue }
      switch row.choice("ProductType", ["Component", "End Product", "Byproduct"]) {
      case "Component":
        if let place = bill.components.firstIndex(where: { $0.product == product }) {
          bill.components[place].quantity += quantity
        } else {
          bill.components.append((product, quantity))
        }
      case "End Product": bill.endProduct = (product, quantity)
      default: row.leaveOut("a byproduct: a dataset makes one product at a time")
      }
    }
    bills[name] = bill
  }

  /// Chooses for each product the bill that most of its makers use, and leaves the others out: a
  /// dataset has one bill a product.
  func chooseBills() {
    var chosen: [String: String?] = [:]
    for (product, makers) in Dictionary(grouping: makings, by: \.product) {
      let rows = Dictionary(grouping: makers, by: \.bill)
      // Of equally frequent ways, one that says what goes into the product; then the first.
      let best = rows.max { left, right in
        (left.value.count, left.key == nil ? 0 : 1, -left.value[0].row.line)
          < (right.value.count, right.key == nil ? 0 : 1, -right.value[0].row.line)
      }
      let bill = best?.key ?? nil
      chosen[product] = .some(bill)
      if let bill { billOfProduct[product] = bill }
    }
    makings.removeAll { making in
      let best = chosen[making.product] ?? nil
      guard making.bill != best else { return false }
      making.row.leaveOut(
        "a product has one bill of materials, here \(best.map { quoted($0) } ?? "none"), and this "
          + "row another")
      return true
    }
    for name in Set(billOfProduct.values).sorted() { open(name) }
    for (product, name) in billOfProduct.sorted(by: { $0.key < $1.key }) {
      guard let bill = bills[name], let end = bill.endProduct, end.product != product else {
        continue
      }
      bill.rows.first?.approximate(
        "ProductType",
        "the end product of the bill is not the product made by it: it is a byproduct")
    }
  }

  /// Puts the products in order, each before what it is made of; a circle is a fault.
  func orderProducts() {
    var isDone: [String: Bool] = [:]
    func visit(_ product: String) {
      guard isDone[product] == nil else { return }
      isDone[product] = false
      if let bill = billOfProduct[product].flatMap({ bills[$0] }) {
        for (component, _) in bill.components {
          if isDone[component] == false {
            bill.rows.first?.refuse(
              "ProductName", "\(quoted(component)) is a component of itself",
              "Break the cycle in the bills of materials.")
          } else {
            visit(component)
          }
        }
      }
      isDone[product] = true
      productOrder.append(product)
    }
    for product in names.all(.product) { visit(product) }
    productOrder.reverse()
  }
}
