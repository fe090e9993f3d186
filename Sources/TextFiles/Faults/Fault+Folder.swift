extension Fault {
  /// The same fault, its file named with the folder.
  public func located(in folder: String) -> Fault {
    var fault = self
    // A change of the command line lies in no folder.
    if file != folder, !file.hasPrefix("--") { fault.file = WholeFile.join(folder, file) }
    return fault
  }
}
