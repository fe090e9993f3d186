// NetworkDesign
