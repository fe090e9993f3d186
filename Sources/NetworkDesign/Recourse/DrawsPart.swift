import Modeling

/// Draws w on buffers: `w · duration/52 ≤ z`, in scenarios and outages alone. What is drawn is replaced at its value.
struct DrawsPart {
  let context: RecourseContext

  /// As an annual rate a short event draws its stock faster: w ≤ (52/duration)·z.
  private var unitsPerStock: Double { 52 / context.state.durationWeeks }

  func add(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    let dataset = context.network.dataset
    guard context.state.event != nil else {
      block.drawn = dataset.buffers.map { _ in nil }
      return
    }
    block.drawn = dataset.buffers.indices.map { index in
      let buffer = dataset.buffers[index]
      let key = "[\(buffer.location),\(buffer.product),\(context.suffix)]"
      let product = dataset.products[context.incidence.productOfBuffer[index]]
      let w = program.addColumn(
        "drawn\(key)", to: unitsPerStock * buffer.maximum, cost: context.weight * product.value)
      if context.form == .gates { return w }
      var excess = LinearExpression(1, w)
      excess.add(context.stage.stock[index], times: -unitsPerStock)
      program.addRow("draw\(key)", excess, to: 0)
      return w
    }
  }

  /// What the stocks allow to be drawn, where that is no row.
  func gates(_ block: RecourseBlock) -> [Gate] {
    block.drawn.enumerated().compactMap { index, column in
      guard let column else { return nil }
      return Gate(columns: [column], most: unitsPerStock, key: .stock(index), what: "draw")
    }
  }
}
