extension Network {
  /// What a flow takes from where it begins; `nil` at a customer.
  public func goodsSent(by flow: Flow) -> Goods? {
    guard case .facility(let facility) = flow.origin else { return nil }
    return Goods(
      facility: facility, product: flow.product, madeIn: flow.madeIn, claim: flow.claim)
  }

  /// What a flow becomes where it ends; `nil` at a customer.
  public func goodsReached(by flow: Flow) -> Goods? {
    guard case .facility(let facility) = flow.destination else { return nil }
    return standing(
      for: Goods(
        facility: facility, product: flow.product, madeIn: flow.madeIn, claim: flow.claim))
  }

  /// What a recipe makes, in lots that claim an agreement or none.
  public func goodsMade(by recipe: Recipe, claim: Int? = nil) -> Goods {
    Goods(
      facility: recipe.facility, product: recipe.product,
      madeIn: countryOfFacility[recipe.facility], claim: claim)
  }

  /// What comes into being at a facility beside what is made there.
  public func goodsYielded(_ product: Int, at facility: Int) -> Goods {
    Goods(facility: facility, product: product, madeIn: countryOfFacility[facility])
  }
}
