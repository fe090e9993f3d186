print("shorewise")
