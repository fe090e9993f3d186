import FigureDrawing
import SupplyPlan
import Testing

@testable import Comparison

/// Colours of heat maps go from light to dark, and what stands on them can be read.
@Suite struct HeatMapScaleTests {
  private static let quantities =
    [SweepQuantity.cost, .resilience]
    + [.domestic, .nearshore, .friendshore, .offshore].map { .mix($0) }

  @Test(arguments: quantities)
  func `a higher number is darker`(_ quantity: SweepQuantity) {
    let scale = HeatMapScale(quantity: quantity).scale
    let light = (0...100).map { ColourScale.luminance(scale.hex(at: Double($0) / 100)) }
    #expect(zip(light, light.dropFirst()).allSatisfy { $0 >= $1 })
    #expect((light.first ?? 0) - (light.last ?? 0) > 0.4)
  }

  @Test(arguments: quantities)
  func `values stand out`(_ quantity: SweepQuantity) {
    let scale = HeatMapScale(quantity: quantity).scale
    for step in 0...100 {
      let colour = scale.hex(at: Double(step) / 100)
      #expect(contrast(colour, ColourScale.ink(on: colour)) >= 4.5)
    }
  }

  private func contrast(_ one: String, _ other: String) -> Double {
    let (a, b) = (ColourScale.luminance(one), ColourScale.luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}
