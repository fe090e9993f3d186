/// A facility that is not open, or has no module, makes nothing and uses no components.
///
/// Capacity says so too, but less sharply where a module holds more than can be wanted: a third of such a module would
/// do, where a whole one is needed.
struct ActivityGates {
  let context: RecourseContext

  func gates(_ block: RecourseBlock) -> [Gate] {
    let network = context.network
    let made = block.produced.enumerated().map { index, column in
      let facility = network.recipes[index].facility
      return Gate(
        columns: [column], most: context.bounds.made(by: facility, recipe: index),
        key: .maker(facility), what: "make[\(context.productName(network.recipes[index].product))")
    }
    let used = block.used.enumerated().compactMap { index, column -> Gate? in
      guard let column else { return nil }
      let goods = network.goods[index]
      return Gate(
        columns: [column],
        most: context.bounds.eaten(by: goods.facility, product: goods.product),
        key: .maker(goods.facility), what: "use[\(context.productName(goods.product))")
    }
    return made + used
  }
}
