import FigureDrawing
import SupplyPlan

/// The colours of a quantity: those of placements go to the colour that the placement has everywhere.
struct HeatMapScale {
  let quantity: SweepQuantity

  var scale: ColourScale {
    switch quantity {
    case .cost, .salesNotMade: Palette.heat
    case .resilience: ColourScale(from: "#eef4f9", to: Palette.domestic.hex)
    case .mix(let placement): ColourScale(from: "#f6f7f8", to: Palette.colour(placement).hex)
    }
  }
}
