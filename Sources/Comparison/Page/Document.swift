import FigureDrawing

/// A comparison in words, tables and figures, for a terminal and for a page.
struct Document {
  let title: String
  let question: String
  let finding: String
  var opening: [String] = []
  var sections: [Section] = []
  /// Words that the document uses, with what they mean.
  var definitions: [Definition] = []
}
