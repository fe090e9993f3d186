extension Network {
  /// What a flow takes from where it begins.
  public func goodsSent(by flow: Flow) -> Goods {
    Goods(facility: flow.origin, product: flow.product, madeIn: flow.madeIn)
  }

  /// What a flow becomes where it ends; `nil` at a customer.
  public func goodsReached(by flow: Flow) -> Goods? {
    guard case .facility(let facility) = flow.destination else { return nil }
    return standing(for: Goods(facility: facility, product: flow.product, madeIn: flow.madeIn))
  }

  /// What a recipe makes.
  public func goodsMade(by recipe: Recipe) -> Goods {
    Goods(
      facility: recipe.facility, product: recipe.product,
      madeIn: countryOfFacility[recipe.facility])
  }
}
