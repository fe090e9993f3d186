extension DatasetReader {
  /// What is valid and can hardly be meant, and what has no effect.
  func checkSense(of dataset: Dataset) {
  }
}
