"""The page 종이 읽기: photographed writing becomes text a person corrects; a web page, a photo for the studio."""
